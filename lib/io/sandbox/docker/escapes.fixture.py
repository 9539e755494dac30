"""Tries every way out of a sandbox that we know of, and prints the names of those that worked, as JSON."""

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request

libc = ctypes.CDLL(None, use_errno=True)
PORT = int(sys.argv[1])
worked = []
ways = {}


def way(function):
    ways[function.__name__] = function
    return function


def must(code):
    """A system call reports failure by -1."""
    if code < 0:
        raise OSError(ctypes.get_errno(), "refused")


def keeper():
    """The process that keeps the container alive."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if open(f"/proc/{pid}/comm").read().strip() == "sleep":
            return int(pid)
    raise OSError("not seen")


def reads(path):
    """What Docker masks can be opened and is empty."""

    def read():
        assert open(path, "rb").read(1)

    return read


def writes(path):
    return lambda: os.write(os.open(path, os.O_WRONLY | os.O_CREAT), b"x")


for path in [
    "/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/etc/shadow", "/proc/1/environ",
    "/proc/1/mem", "/proc/1/root/etc/shadow", "/proc/kcore", "/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda",
    "/sys/firmware/acpi/tables/DSDT", "/proc/keys", "/root/.bashrc", "/opt/pgdata/../../etc/shadow",
]:
    ways[f"read {path}"] = reads(path)
for path in [
    "/x", "/etc/x", "/usr/bin/x", "/opt/venv/x", "/opt/venv/bin/pytest", "/opt/mypy-cache/x", "/opt/pgdata/x", "/job/../x",
    "/var/x", "/sys/fs/cgroup/x", "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory.max",
    "/sys/kernel/uevent_helper", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/1/oom_score_adj",
    "/proc/self/attr/exec", "/proc/sys/vm/overcommit_memory",
]:
    ways[f"write {path}"] = writes(path)


@way
def become_root():
    os.setuid(0)


@way
def gain_root_by_a_program_of_our_own():
    shutil.copy("/bin/sh", "/job/sh")
    os.chmod("/job/sh", 0o6755)
    assert subprocess.run(["/job/sh", "-p", "-c", "id -u"], capture_output=True).stdout.strip() == b"0"


@way
def gain_root_by_a_program_of_the_image():
    for program in ("su", "passwd", "mount", "chsh", "newgrp"):
        if shutil.which(program):
            done = subprocess.run([program, "-c", "id -u"], capture_output=True, stdin=subprocess.DEVNULL)
            assert done.stdout.strip() == b"0"
            return
    raise OSError


@way
def follow_a_link_out():
    os.symlink("/etc/shadow", "/job/out.txt")
    open("/job/out.txt").read()


@way
def make_a_second_name_of_a_file_outside():
    os.link("/etc/passwd", "/job/passwd")


@way
def make_a_device():
    os.mknod("/job/disk", 0o60666, os.makedev(254, 0))


@way
def make_a_null_device():
    os.mknod("/job/null", 0o20666, os.makedev(1, 3))


@way
def mount_something():
    must(libc.mount(b"none", b"/tmp", b"tmpfs", 0, None))


@way
def mount_the_root_writable():
    must(libc.mount(None, b"/", None, 32, None))


@way
def take_a_mount_away():
    must(libc.umount2(b"/proc/kcore", 2))


@way
def have_a_name_space_of_its_own():
    must(libc.unshare(0x10000000 | 0x00020000))


@way
def enter_the_name_space_of_the_keeper():
    must(libc.setns(os.open(f"/proc/{keeper()}/ns/mnt", os.O_RDONLY), 0))


@way
def leave_by_chroot():
    os.chroot("/job")


@way
def end_the_first_process():
    os.kill(1, signal.SIGKILL)


@way
def end_the_keeper():
    os.kill(keeper(), signal.SIGKILL)


@way
def trace_the_keeper():
    must(libc.ptrace(16, keeper(), None, None))


@way
def read_the_memory_of_the_keeper():
    open(f"/proc/{keeper()}/mem", "rb").read(1)


@way
def raise_its_own_limits():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@way
def load_a_kernel_module():
    must(libc.syscall(175, None, 0, b""))


@way
def restart_the_machine():
    must(libc.reboot(0x89ABCDEF))


@way
def set_the_clock():
    import time

    time.clock_settime(time.CLOCK_REALTIME, 0)


@way
def name_the_machine():
    socket.sethostname("escaped")


@way
def load_bpf():
    must(libc.syscall(321, 0, None, 0))


@way
def use_the_key_ring():
    must(libc.syscall(250, 0, -3, 1))


@way
def watch_the_kernel():
    must(libc.syscall(298, None, 0, -1, -1, 0))


@way
def open_a_file_by_its_number():
    must(libc.syscall(304, -100, None, 0))


@way
def listen_to_all_packets():
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3)


@way
def see_another_network_card():
    assert [name for _, name in socket.if_nameindex() if name != "lo"]


@way
def see_processes_of_the_machine():
    names = {open(f"/proc/{pid}/comm").read().strip() for pid in os.listdir("/proc") if pid.isdigit()}
    assert names - {"docker-init", "tini", "sleep", "timeout", "python3", "python", "sh"}


def connects(host, port):
    return lambda: socket.create_connection((host, port), 1).close()


def sends(host, port):
    def send():
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
            one.sendto(b"x", (host, port))

    return send


for host in sys.argv[2:]:
    ways[f"connect to {host}"] = connects(host, PORT)
    ways[f"send to {host}"] = sends(host, PORT)
ways["connect to 1.1.1.1"] = connects("1.1.1.1", 53)
ways["connect to the metadata address"] = connects("169.254.169.254", 80)
ways["send to a name server"] = sends("8.8.8.8", 53)
ways["ask for a name"] = lambda: socket.getaddrinfo("example.org", 80)
ways["read a page"] = lambda: urllib.request.urlopen("http://pypi.org/simple/", timeout=1).read()
ways["connect over IPv6"] = lambda: socket.create_connection(("2606:4700:4700::1111", 53), 1)

for name, attempt in ways.items():
    try:
        attempt()
    except Exception:
        continue
    worked.append(name)

status = dict(line.split(":\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
print(
    json.dumps(
        {
            "tried": len(ways),
            "worked": worked,
            "user": os.getuid(),
            "capabilities": [status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")],
            "noNewPrivileges": status["NoNewPrivs"],
            "seccomp": status["Seccomp"],
            "environment": sorted(os.environ),
        }
    )
)
