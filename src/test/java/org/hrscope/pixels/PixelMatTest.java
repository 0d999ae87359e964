package org.hrscope.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// An image's memory lives as long as OpenCV works on it, even if nothing else refers to it.
@Timeout(120)
class PixelMatTest {
    private static final int SIDE = 1000;

    /// From here on it is compiled: the interpreter keeps what a method no longer needs.
    private static final int COMPILED = 30_000;

    private static final Size WIDE = new Size(31, 31);

    private volatile @Nullable WeakReference<ByteBuffer> worked;
    private volatile boolean freed;
    private volatile boolean done;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void memoryIsNotFreedMeanwhile() throws InterruptedException {
        for (int i = 0; i < COMPILED; i++) blur(1);
        Thread collector = Thread.ofPlatform().start(this::collect);
        try {
            for (int i = 0; i < 5 && !freed; i++) blur(SIDE);
        } finally {
            done = true;
            collector.join();
        }
        assertThat(freed).isFalse();
    }

    private void blur(int side) {
        try (PixelMat image = new PixelMat(side, side, image(side))) {
            Imgproc.GaussianBlur(image.mat(), image.mat(), WIDE, 0);
            worked = null;
        }
    }

    private ByteBuffer image(int side) {
        ByteBuffer image = ByteBuffer.allocateDirect(side * side * 4);
        if (side > 1) worked = new WeakReference<>(image);
        return image;
    }

    private void collect() {
        while (!done) {
            System.gc();
            WeakReference<ByteBuffer> now = worked;
            if (now != null && now.get() == null && worked == now) freed = true;
        }
    }
}
