package org.atled.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TapeTest {
    @Test
    void givesBackInReverseOrder() {
        Tape tape = Tape.acquire();
        try {
            for (int i = 0; i < 1000; i++) {
                tape.pushDouble(i + 0.5);
                tape.pushLong(-i);
                tape.pushReference("r" + i);
            }
            for (int i = 999; i >= 0; i--) {
                assertThat(tape.popReference()).isEqualTo("r" + i);
                assertThat(tape.popLong()).isEqualTo(-i);
                assertThat(tape.popDouble()).isEqualTo(i + 0.5);
            }
        } finally {
            tape.release();
        }
    }

    @Test
    void nestedCallsHaveTapesOfTheirOwn() {
        Tape outer = Tape.acquire();
        outer.pushDouble(1);
        Tape inner = Tape.acquire();
        assertThat(inner).isNotSameAs(outer);
        inner.pushDouble(2);
        inner.returnedDouble = 3;
        inner.release();
        assertThat(outer.popDouble()).isEqualTo(1);
        Tape again = Tape.acquire();
        assertThat(again).isSameAs(inner);
        again.release();
        outer.release();
        Tape next = Tape.acquire();
        assertThat(next).isSameAs(outer);
        next.release();
    }

    @Test
    void isEmptyAgainWhenACallFailedHalfway() {
        Tape failed = Tape.acquire();
        failed.pushDouble(1);
        failed.pushLong(2);
        failed.pushReference(new double[3]);
        failed.returnedShadow = new double[3];
        failed.release();
        Tape next = Tape.acquire();
        try {
            assertThat(next).isSameAs(failed);
            assertThat(next.returnedShadow).isNull();
            assertThatThrownBy(next::popDouble).isInstanceOf(ArrayIndexOutOfBoundsException.class);
        } finally {
            next.release();
        }
    }

    @Test
    void isNotSharedByThreads() throws InterruptedException {
        Tape mine = Tape.acquire();
        AtomicReference<Tape> other = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            Tape tape = Tape.acquire();
            other.set(tape);
            tape.release();
        });
        thread.start();
        thread.join();
        mine.release();
        assertThat(other.get()).isNotNull().isNotSameAs(mine);
    }

    @Test
    void allocatesNothingAfterTheFirstCall() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        useNested();
        // The JVM itself may allocate on this thread now and then, but not every time.
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 100; i++) {
                useNested();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }

    private static void useNested() {
        Tape outer = Tape.acquire();
        Tape inner = Tape.acquire();
        for (int i = 0; i < 5000; i++) {
            outer.pushDouble(i);
            inner.pushLong(i);
            inner.pushReference(outer);
        }
        inner.release();
        outer.release();
    }
}
