package org.hrscope.capture;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

/// Which cameras play, or are about to. Those are not probed: with some drivers, opening a camera twice stops the
/// stream. Thread-safe.
final class CamerasInUse {
    private final Set<Integer> playing = new ConcurrentSkipListSet<>();

    /// By index: held while one is probed, so that nobody opens it meanwhile.
    private final Map<Integer, Lock> gates = new ConcurrentHashMap<>();

    /// From before it opens: a probe would meet it half open. One under way lets go first.
    ///
    /// @throws InterruptedException while a probe is waited for; it is not in use then
    void begin(int index) throws InterruptedException {
        Lock gate = gate(index);
        gate.lockInterruptibly();
        playing.add(index);
        gate.unlock();
    }

    void end(int index) {
        playing.remove(index);
    }

    /// Whether it is in use, or the probe, which may open it, says yes.
    boolean orElse(int index, IntPredicate probe) {
        Lock gate = gate(index);
        gate.lock();
        try {
            return playing.contains(index) || probe.test(index);
        } finally {
            gate.unlock();
        }
    }

    private Lock gate(int index) {
        return gates.computeIfAbsent(index, _ -> new ReentrantLock());
    }
}
