package org.hrscope.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hrscope.capture.Ffmpeg;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.AnnotatedPicture;
import org.hrscope.export.FileSink;
import org.hrscope.export.FoundImage;
import org.hrscope.pixels.PixelBrush;
import org.jspecify.annotations.Nullable;

/// Annotated frames as a video or an animated image. One thread.
public final class FilmFormat implements FileSink.Format {
    /// Draws people over a frame.
    public interface Drawing {
        /// @param brush with the frame
        void draw(PixelBrush brush, FoundImage found);
    }

    private final Path path;
    private final Medium medium;
    private final @Nullable Path source;
    private final double least;
    private final Consumer<Problem> told;
    private final @Nullable Drawing drawing;
    private @Nullable PixelBrush brush;
    private Skeleton skeleton = Skeleton.numbered(0);
    private @Nullable OutputStream to;
    private @Nullable Film film;
    private long first;
    private long last = Long.MIN_VALUE;

    /// @param path   of the file; its ending says which medium
    /// @param source video whose sound is kept; null for none
    /// @param least  minimum score for a joint to be drawn
    /// @param told   receives `record.mute`
    public FilmFormat(Path path, @Nullable Path source, double least, Consumer<Problem> told) {
        this(path, source, least, null, told);
    }

    /// @param drawing null for box and skeleton
    public FilmFormat(
            Path path,
            @Nullable Path source,
            double least,
            @Nullable Drawing drawing,
            Consumer<Problem> told) {
        this.path = path;
        this.source = source;
        this.least = least;
        this.drawing = drawing;
        this.told = told;
        medium = Medium.of(path);
    }

    @Override
    public void begin(OutputStream to, Skeleton skeleton) throws Problem {
        // With it comes OpenCV, which a brush needs.
        Ffmpeg.need();
        if (drawing != null) brush = new PixelBrush();
        this.to = to;
        this.skeleton = skeleton;
    }

    /// Frames of an interrupted run come without pixels, and once more with them, see [#passed].
    @Override
    public void frame(FoundImage found) throws IOException, Problem {
        Frame frame = found.pixels();
        if (frame == null || to == null) return;
        long nanos = frame.origin().positionNanos();
        Film writing = film;
        if (writing == null) {
            first = nanos;
            Film.Start start = new Film.Start(frame.width(), frame.height(), nanos, source);
            writing = new Film(to, medium, start);
            film = writing;
            if (writing.mute()) told.accept(new Problem("record.mute", source, path));
        } else if (nanos - last < medium.limits.gapNanos()) {
            return;
        }
        if (medium.limits.over(nanos - first))
            throw new Problem("record.tooLong", path, medium.limits.seconds());
        last = nanos;
        if (drawing != null && brush != null) {
            brush.begin(frame);
            drawing.draw(brush, found);
            writing.add(brush.pixels(), nanos);
            return;
        }
        try (AnnotatedPicture picture = new AnnotatedPicture(frame)) {
            found.people().forEach(person -> picture.draw(person.pose(), skeleton, least));
            writing.add(picture.pixels(), nanos);
        }
    }

    @Override
    public void passed(FoundImage found) throws IOException, Problem {
        frame(found);
    }

    @Override
    public boolean recording() {
        return medium == Medium.MP4;
    }

    @Override
    public long playable() {
        return recording() && film != null ? film.bytes() : 0;
    }

    @Override
    public void end() throws IOException {
        if (film != null) film.end();
    }

    @Override
    public void close() {
        if (film != null) film.close();
        film = null;
        if (brush != null) brush.close();
    }
}
