//! The calls that no safe library has. The only module of this room with `unsafe` in it.

#![allow(
    unsafe_code,
    reason = "system calls made to be refused, and taking variables out of the environment"
)]

use std::{env, ffi::OsStr};

/// Takes a variable out of the environment.
///
/// Only for the beginning of `main`: nothing may read the environment at the same time.
pub fn remove_variable(name: &OsStr) {
    // SAFETY: `enter` is called first in `main`, before this program has started a thread. The one
    // that the web engine's allocator starts before any `main` only gives memory back.
    unsafe { env::remove_var(name) }
}

#[cfg(target_os = "linux")]
pub use linux::*;
#[cfg(target_os = "macos")]
pub use macos::*;
#[cfg(windows)]
pub use windows::*;

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        io,
        os::fd::{FromRawFd as _, OwnedFd, RawFd},
        ptr,
    };

    /// What the kernel says no with.
    pub type Errno = i32;

    /// Asks for a socket; one that is given is closed again at once.
    pub fn socket(family: i32, kind: i32) -> Result<(), Errno> {
        // SAFETY: takes numbers only; what comes back is a new file descriptor or -1.
        let file = unsafe { libc::socket(family, kind | libc::SOCK_CLOEXEC, 0) };
        given(file)
    }

    /// Asks for two sockets that are connected.
    pub fn socket_pair(family: i32, kind: i32) -> Result<(), Errno> {
        let mut files = [-1; 2];
        // SAFETY: there is room for the two numbers it writes.
        let code = unsafe { libc::socketpair(family, kind | libc::SOCK_CLOEXEC, 0, files.as_mut_ptr()) };
        if code < 0 {
            return Err(errno());
        }
        files.into_iter().try_for_each(given)
    }

    /// Calls each of the three calls of `io_uring`, with arguments that are wrong: where nothing
    /// refuses them, the first gives a ring and the others say what is wrong.
    pub fn io_uring() -> [Result<(), Errno>; 3] {
        // Its parameters are 120 bytes: `struct io_uring_params` in `linux/io_uring.h`.
        let mut parameters = [0_u64; 15];
        // SAFETY: asks for one entry, and there is room for the parameters that it reads and writes.
        let ring = unsafe { libc::syscall(libc::SYS_io_uring_setup, 1, parameters.as_mut_ptr()) };
        let setup = given(i32::try_from(ring).unwrap_or(-1));
        let nowhere = ptr::null::<u8>();
        // SAFETY: there is no such ring, and none of the addresses is one.
        let enter = unsafe { libc::syscall(libc::SYS_io_uring_enter, -1, 0, 0, 0, nowhere, 0) };
        // SAFETY: as above.
        let register = unsafe { libc::syscall(libc::SYS_io_uring_register, -1, 0, nowhere, 0) };
        [setup, done(enter), done(register)]
    }

    /// Reads memory in the way one reads that of another process. It is our own, so only a refusal of
    /// the way itself is a refusal.
    pub fn read_memory() -> Result<(), Errno> {
        let (mut to, from) = ([0_u8; 8], [1_u8; 8]);
        let local = libc::iovec { iov_base: to.as_mut_ptr().cast(), iov_len: to.len() };
        let remote = libc::iovec { iov_base: from.as_ptr().cast_mut().cast(), iov_len: from.len() };
        // SAFETY: both pieces are ours, of this length, and only the first is written.
        done(unsafe { libc::process_vm_readv(libc::getpid(), &local, 1, &remote, 1, 0) } as i64)
    }

    /// A file descriptor that nobody else has, closed again; or what the kernel said.
    fn given(file: RawFd) -> Result<(), Errno> {
        if file < 0 {
            return Err(errno());
        }
        // SAFETY: the kernel has just made it for us, and nobody else knows it.
        drop(unsafe { OwnedFd::from_raw_fd(file) });
        Ok(())
    }

    fn done(code: i64) -> Result<(), Errno> {
        if code < 0 { Err(errno()) } else { Ok(()) }
    }

    fn errno() -> Errno {
        io::Error::last_os_error().raw_os_error().unwrap_or(0)
    }

    /// Any call by its number, with arguments that are numbers.
    #[cfg(test)]
    pub fn call(number: i64, arguments: [u64; 5]) -> Result<(), Errno> {
        let [a, b, c, d, e] = arguments;
        // SAFETY: the tests pass no address that a call could write to.
        done(unsafe { libc::syscall(number, a, b, c, d, e) })
    }

    /// Becomes an ordinary user, in all threads; nothing when it is one.
    #[cfg(test)]
    pub fn become_ordinary() {
        const NOBODY: libc::uid_t = 65_534;
        // SAFETY: takes numbers only.
        unsafe {
            if libc::geteuid() == 0 {
                assert_eq!(libc::setresuid(NOBODY, NOBODY, NOBODY), 0);
            }
        }
    }

    /// The 32-bit call of this number, by the way that a 64-bit program has of making one.
    #[cfg(all(test, target_arch = "x86_64"))]
    pub fn call_as_32_bits(number: u32) -> u32 {
        let answer: u32;
        // SAFETY: the one call that is made this way takes nothing and gives a number.
        unsafe {
            std::arch::asm!(
                "int 0x80",
                inlateout("eax") number => answer,
                out("r8") _, out("r9") _, out("r10") _, out("r11") _,
            );
        }
        answer
    }
}

#[cfg(target_os = "macos")]
mod macos {
    /// From now on no debugger attaches, and whoever tries ends this process. It is not inherited.
    pub fn deny_attach() -> bool {
        // SAFETY: this request takes no address and no data.
        unsafe { libc::ptrace(libc::PT_DENY_ATTACH, 0, std::ptr::null_mut(), 0) == 0 }
    }
}

#[cfg(windows)]
mod windows {
    use std::ptr;

    use windows_sys::Win32::{
        Foundation::LocalFree,
        Security::{
            Authorization::{ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1},
            DACL_SECURITY_INFORMATION, PROTECTED_DACL_SECURITY_INFORMATION, SetKernelObjectSecurity,
        },
        System::{
            Diagnostics::Debug::{SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode},
            ErrorReporting::{WER_FAULT_REPORTING_FLAG_NOHEAP, WerSetFlags},
            Threading::GetCurrentProcess,
        },
    };

    /// A crash ends the process without a report, and a report that is made all the same has no heap
    /// in it. Processes that it starts inherit the former.
    pub fn refuse_crash_reports() -> bool {
        // SAFETY: both take flags only.
        unsafe {
            SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
            WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP) >= 0
        }
    }

    /// Gives this process an access list in Windows' own notation.
    pub fn allow_only(list: &str) -> bool {
        let text: Vec<u16> = list.encode_utf16().chain([0]).collect();
        let mut descriptor = ptr::null_mut();
        // SAFETY: the text ends with a zero; the descriptor is made by the first call, used by the
        // second and freed by the third.
        unsafe {
            let made = ConvertStringSecurityDescriptorToSecurityDescriptorW(
                text.as_ptr(),
                SDDL_REVISION_1,
                &raw mut descriptor,
                ptr::null_mut(),
            );
            if made == 0 {
                return false;
            }
            let what = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
            let set = SetKernelObjectSecurity(GetCurrentProcess(), what, descriptor);
            LocalFree(descriptor);
            set != 0
        }
    }
}
