package org.hrscope.capture;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// A single image: a source of one frame. Threading as in [FrameSource].
final class PictureSource implements FrameSource {
    private final String name;
    private final PictureReader reader;
    private @Nullable Frame picture;

    PictureSource(Path file, FramePool pool) throws Problem {
        name = String.valueOf(file.getFileName());
        Frame.Origin origin = new Frame.Origin(name, 0, 0);
        reader = new PictureReader(pool);
        picture = reader.read(file, origin);
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(name, 1, 0, false);
    }

    @Override
    public @Nullable Frame next() {
        Frame given = picture;
        picture = null;
        return given;
    }

    @Override
    public List<Problem> takeSkipped() {
        return reader.take();
    }

    @Override
    public void close() {
        if (picture != null) picture.close();
        picture = null;
    }
}
