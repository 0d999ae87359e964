package org.hrscope.capture;

import java.io.PrintStream;
import java.nio.file.Path;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.OpenCv;

/// The first video of a process, opened by a thread that is interrupted at once and then by another, as when a user
/// picks two sources in quick succession right after the start. A process of its own, because natives load only
/// once.
final class ColdStart {
    private ColdStart() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Path clip = Path.of(arguments[0]);
        Thread first =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            try {
                                new VideoSource(clip, new FramePool()).close();
                            } catch (Problem ended) {
                                out.println("first " + ended.key());
                            } finally {
                                OpenCv.load();
                            }
                        });
        first.join();
        try (VideoSource source = new VideoSource(clip, new FramePool());
                Frame frame = source.next()) {
            out.println("second " + frame.width() + "x" + frame.height());
        }
    }
}
