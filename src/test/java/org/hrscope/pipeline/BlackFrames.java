package org.hrscope.pipeline;

import java.nio.ByteBuffer;
import org.hrscope.domain.Frame;

/// Small frames of which the picture does not matter.
final class BlackFrames {
    private BlackFrames() {}

    static Frame at(long index) {
        return new Frame(
                64,
                48,
                ByteBuffer.allocateDirect(4 * 64 * 48),
                new Frame.Origin("black", index, 0),
                () -> {});
    }
}
