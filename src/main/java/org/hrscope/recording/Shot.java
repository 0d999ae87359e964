package org.hrscope.recording;

import java.util.function.Consumer;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.PixelBrush;

/// A frame to record. Holds the frame until closed.
///
/// @param layers draws over the frame, on the recorder's thread
public record Shot(Frame frame, Consumer<PixelBrush> layers) implements AutoCloseable {
    @Override
    public void close() {
        frame.close();
    }
}
