package org.hrscope.capture.figure;

import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// One frame of another source, as an image. One thread.
final class StillSource implements FrameSource {
    private final FrameSource of;
    private final String name;
    private boolean given;

    StillSource(FrameSource of, String name) {
        this.of = of;
        this.name = name;
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(name, 1, 0, false);
    }

    @Override
    public @Nullable Frame next() throws Problem {
        if (given) return null;
        given = true;
        try (Frame frame = of.next()) {
            if (frame == null) return null;
            return new Frame(
                    frame.width(),
                    frame.height(),
                    frame.pixels(),
                    new Frame.Origin(name, 0, 0),
                    frame.retain()::close);
        }
    }

    @Override
    public void close() {
        of.close();
    }
}
