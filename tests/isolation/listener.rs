//! A server on this machine that notes who comes, and by which way.

#![expect(
    clippy::disallowed_types,
    reason = "the app has no network code; what it must not reach is a server, and this is one"
)]

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use boundaries::wait_for;

type Hits = Arc<Mutex<BTreeMap<String, usize>>>;

/// It listens for HTTP, for connections over which nothing is said, and for packets. Its threads end
/// with the tests.
pub struct Listener {
    hits: Hits,
    ports: [u16; 3],
}

/// What the test itself asks, to know that somebody listens.
const OWN: &str = "own";

impl Listener {
    /// Starts to listen on ports that are free.
    pub fn start() -> Self {
        let hits = Hits::default();
        let web = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let bare = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let packets = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let ports = [
            web.local_addr().expect("a port").port(),
            bare.local_addr().expect("a port").port(),
            packets.local_addr().expect("a port").port(),
        ];
        let of_web = Arc::clone(&hits);
        thread::spawn(move || {
            for stream in web.incoming().flatten() {
                let hits = Arc::clone(&of_web);
                thread::spawn(move || answer(&stream, &hits));
            }
        });
        let of_bare = Arc::clone(&hits);
        thread::spawn(move || bare.incoming().flatten().for_each(|_| note(&of_bare, "preconnect")));
        let of_packets = Arc::clone(&hits);
        thread::spawn(move || {
            let mut packet = [0; 2_048];
            while packets.recv_from(&mut packet).is_ok() {
                note(&of_packets, "webrtc");
            }
        });
        Self { hits, ports }
    }

    /// The ports: HTTP, bare connections, packets.
    pub fn ports(&self) -> String {
        self.ports.map(|port| port.to_string()).join(" ")
    }

    /// How often each way was come by.
    pub fn hits(&self) -> BTreeMap<String, usize> {
        let mut hits = self.hits.lock().expect("no thread panicked").clone();
        hits.remove(OWN);
        hits
    }

    /// That nobody came is only worth something when somebody listened.
    pub fn must_listen(&self) {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.ports[0])).expect("it listens");
        stream.write_all(format!("GET /{OWN} HTTP/1.1\r\n\r\n").as_bytes()).expect("it hears");
        wait_for("the server to note what is asked", || {
            self.hits.lock().expect("no thread panicked").contains_key(OWN).then_some(())
        });
    }
}

/// Notes the first word of a request's path, and gives something empty that anybody may have.
fn answer(stream: &TcpStream, hits: &Hits) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
    let mut request = String::new();
    if BufReader::new(stream).read_line(&mut request).is_err() {
        return;
    }
    let path = request.split(' ').nth(1).unwrap_or("/nothing").trim_start_matches('/');
    note(hits, path.split(['/', '?']).next().unwrap_or_default());
    let headers = "Access-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n";
    let _ = (&*stream).write_all(format!("HTTP/1.1 200 OK\r\n{headers}\r\n").as_bytes());
}

fn note(hits: &Hits, way: &str) {
    *hits.lock().expect("no thread panicked").entry(way.to_owned()).or_default() += 1;
}
