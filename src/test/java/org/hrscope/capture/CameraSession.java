package org.hrscope.capture;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;

/// A user's session with a camera, as a process of its own, because the software camera must exist when the process
/// starts: list it, play it, unplug it, plug it back in. Prints one line per step.
final class CameraSession {
    private CameraSession() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Cameras cameras = new Cameras();
        SourceOpener opener =
                new SourceOpener(
                        cameras,
                        _ -> {
                            throw new IllegalStateException();
                        });
        FramePool pool = new FramePool();
        out.println("cameras " + cameras.list());
        try (FrameSource source = opener.open(new SourceSpec.Camera(0, CameraMode.USUAL), pool)) {
            out.println("info " + source.info());
            long last = System.nanoTime();
            for (int k = 0; ; k++) {
                try (Frame frame = source.next()) {
                    last = System.nanoTime();
                    if (k == 60) {
                        CRC32 sum = new CRC32();
                        sum.update(frame.pixels().duplicate());
                        out.println(
                                "pixels %dx%d %08x"
                                        .formatted(frame.width(), frame.height(), sum.getValue()));
                        out.println("while playing " + cameras.list());
                    }
                } catch (Problem e) {
                    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last);
                    out.println("lost after " + k + " frames: " + e.key() + ": " + e.getMessage());
                    out.println("noticed after ms " + millis);
                    break;
                }
            }
        }
        for (int tries = 1; ; tries++) {
            String back;
            try (FrameSource source =
                            opener.open(new SourceSpec.Camera(0, CameraMode.USUAL), pool);
                    Frame frame = source.next()) {
                back = "back after tries " + tries + " with frame " + frame.origin().index();
            } catch (Problem e) {
                if (tries == 1) out.println("meanwhile " + e.key());
                if (tries == 200) throw e;
                Thread.sleep(50);
                continue;
            }
            for (String text :
                    new String[] {"camera:0?size=800x600&fps=30", "camera:0?size=640x480"}) {
                try (FrameSource source = opener.open(SourceSpec.parse(text), pool)) {
                    source.next().close();
                    out.println(
                            "other "
                                    + source.takeSkipped().stream()
                                            .map(Problem::getMessage)
                                            .toList());
                }
            }
            out.println(back);
            return;
        }
    }
}
