//! A server that listens: what asks it for anything is known by the number in its path.

#![expect(
    clippy::disallowed_types,
    reason = "what a text could reach must be there to be reached; this is no part of the app"
)]

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use serde_json::json;

/// A server on a port of its own, for as long as the tests run.
#[derive(Clone)]
pub struct Listener {
    /// Where it listens.
    pub port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Listener {
    /// Begins to listen.
    pub fn start() -> Self {
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = socket.local_addr().expect("an address").port();
        let listener = Self { port, asked: Arc::default() };
        let of_thread = listener.clone();
        thread::spawn(move || {
            for one in socket.incoming().flatten() {
                let listener = of_thread.clone();
                thread::spawn(move || listener.answer(one));
            }
        });
        listener
    }

    /// Every path that was asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no thread panicked").clone()
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut line = String::new();
        let mut reader = BufReader::new(&stream);
        let _ = reader.read_line(&mut line);
        // What else was asked is read, or the answer is lost with the connection.
        let mut header = String::new();
        while reader.read_line(&mut header).is_ok_and(|length| length > 2) {
            header.clear();
        }
        let path = line.split(' ').nth(1).unwrap_or(&line).to_owned();
        let (kind, body) = match path.as_str() {
            "/" => ("text/html", "<!doctype html><title>calm</title><body>".to_owned()),
            "/hits" => ("application/json", self.hits().to_string()),
            "/favicon.ico" => ("text/plain", String::new()),
            _ => {
                self.asked.lock().expect("no thread panicked").push(path);
                ("text/html", String::new())
            }
        };
        let length = body.len();
        let _ = write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        );
    }

    /// The numbers of the texts that asked.
    fn hits(&self) -> serde_json::Value {
        let numbers: BTreeSet<usize> =
            self.asked().iter().filter_map(|path| path.split('/').nth(1)?.parse().ok()).collect();
        json!(numbers)
    }
}
