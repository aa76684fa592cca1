"""Runs a program and says what it took, children included: wall time and CPU time, or peak memory.

Looking at memory takes time itself, more of a short run than of a long one: a run is measured for one or the other.
"""
import ctypes
import os
import subprocess
import threading
import time

KCMP, KCMP_VM = {"x86_64": 312, "aarch64": 272}.get(os.uname().machine), 1  # kcmp(2)
LIBC = ctypes.CDLL(None)
TICKS = os.sysconf("SC_CLK_TCK")


class Time:
    """Seconds."""

    def __init__(self, wall, cpu):
        self.wall, self.cpu = wall, cpu


def children(pid):
    found = []
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                found += [int(child) for child in file.read().split()]
    except OSError:
        pass
    return found


def family(pid):
    members = [pid]
    for member in members:
        members += children(member)
    return members


def one_memory(first, second):
    """Whether two processes are in one address space, as a child is with its parent until it starts its program."""
    return KCMP is not None and LIBC.syscall(KCMP, first, second, KCMP_VM, 0, 0) == 0


def resident(pids):
    """Bytes in memory: each process's own pages, and the largest of what they share."""
    own, shared = 0, 0
    for place, pid in enumerate(pids):
        if any(one_memory(pid, earlier) for earlier in pids[:place]):
            continue
        try:
            with open(f"/proc/{pid}/status", encoding="utf-8") as file:
                fields = dict(line.split(":", 1) for line in file)
            own += sum(int(fields[name].split()[0]) for name in ("RssAnon", "RssFile"))
            shared = max(shared, int(fields["RssShmem"].split()[0]))
        except (OSError, KeyError):
            continue
    return (own + shared) * 1024


def cpu_of(pids):
    """Seconds that running processes and the children they waited for have used."""
    ticks = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
                ticks += sum(int(field) for field in file.read().rpartition(")")[2].split()[11:15])
        except OSError:
            continue
    return ticks / TICKS


class Sampler(threading.Thread):
    """Looks at a program's memory every few milliseconds: pages come and go."""

    def __init__(self, pid, server):
        super().__init__(daemon=True)
        self.pid, self.server, self.peak, self.done = pid, server, 0, threading.Event()

    def run(self):
        while not self.done.wait(0.004):
            members = family(self.pid) + (family(self.server) if self.server else [])
            self.peak = max(self.peak, resident(members))


def start(command, options):
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)


def wait_for(process):
    """What the kernel counted for a program and its children. Raises when the program failed."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{process.args[0]} ended with status {process.returncode}.")
    return usage


def time_of(command, server=None, **options):
    """`server` is the process that does a command's work elsewhere."""
    before = cpu_of(family(server)) if server else 0
    begin = time.monotonic()
    usage = wait_for(start(command, options))
    wall = time.monotonic() - begin
    cpu = usage.ru_utime + usage.ru_stime
    if server:
        time.sleep(0.2)  # its child for this connection is about to end
        cpu += cpu_of(family(server)) - before
    return Time(wall, cpu)


def peak_memory(command, server=None, **options):
    """Bytes of resident memory at most: mapped files count, memory that processes share counts once."""
    process = start(command, options)
    sampler = Sampler(process.pid, server)
    sampler.start()
    try:
        usage = wait_for(process)
    finally:
        sampler.done.set()
        sampler.join()
    return max(sampler.peak, usage.ru_maxrss * 1024)
