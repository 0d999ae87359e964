package org.hrscope.ui.stage;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.hrscope.domain.Frame;

/// The frame itself, displayed from its own memory without copying. The last two frames are held, because the renderer
/// may still be reading the previous one. FX thread.
final class FrameLayer {
    /// Frames come from a small buffer pool; more buffers mean that the source changed.
    private static final int IMAGES = 12;

    private record Wrapped(
            PixelBuffer<ByteBuffer> buffer, WritableImage image, int width, int height) {}

    private final ImageView view = new ImageView();
    private final IdentityHashMap<ByteBuffer, Wrapped> images = new IdentityHashMap<>();
    private final Deque<Frame> held = new ArrayDeque<>();

    ImageView view() {
        return view;
    }

    /// Shows the frame, which remains owned by the caller.
    void show(Frame frame) {
        Wrapped wrapped = images.get(frame.pixels());
        if (wrapped == null || wrapped.width != frame.width() || wrapped.height != frame.height()) {
            if (images.size() >= IMAGES) images.clear();
            wrapped = wrap(frame);
            images.put(frame.pixels(), wrapped);
        }
        wrapped.buffer.updateBuffer(buffer -> null);
        view.setImage(wrapped.image);
        held.addLast(frame.retain());
        while (held.size() > 2) held.removeFirst().close();
    }

    private static Wrapped wrap(Frame frame) {
        PixelBuffer<ByteBuffer> buffer =
                new PixelBuffer<>(
                        frame.width(),
                        frame.height(),
                        frame.pixels(),
                        PixelFormat.getByteBgraPreInstance());
        return new Wrapped(buffer, new WritableImage(buffer), frame.width(), frame.height());
    }

    void clear() {
        view.setImage(null);
        images.clear();
        while (!held.isEmpty()) held.removeFirst().close();
    }
}
