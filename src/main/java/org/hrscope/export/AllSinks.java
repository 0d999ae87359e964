package org.hrscope.export;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;

/// Several sinks in one pass, in order; counts what they took. They begin with the first image, so that existing
/// files stay if there is none. After one refuses an image, the later ones do not get it, and all of them end with
/// what they have.
public final class AllSinks implements ResultSink {
    private final List<ResultSink> sinks;
    private @Nullable Skeleton skeleton;
    private int images;
    private int people;
    private boolean begun;

    public AllSinks(List<ResultSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void begin(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /// @throws Problem also `coco.notFinite`
    @Override
    public void frame(FoundImage found) throws Problem {
        found.check();
        begin();
        for (ResultSink sink : sinks) sink.frame(found);
        count(found);
    }

    @Override
    public void again(FoundImage found) throws Problem {
        begin();
        for (ResultSink sink : sinks) sink.again(found);
        count(found);
    }

    @Override
    public void passed(FoundImage found) throws Problem {
        for (ResultSink sink : sinks) sink.passed(found);
    }

    private void begin() throws Problem {
        if (begun || skeleton == null) return;
        begun = true;
        for (ResultSink sink : sinks) sink.begin(skeleton);
    }

    private void count(FoundImage found) {
        images++;
        people += found.people().size();
    }

    public int images() {
        return images;
    }

    public int people() {
        return people;
    }

    @Override
    public void end() throws Problem {
        if (images == 0) return;
        Problem failed = null;
        for (ResultSink sink : sinks) {
            try {
                sink.end();
            } catch (Problem | RuntimeException | Error one) {
                if (failed == null) failed = Fault.of(one);
                else if (one != failed) failed.addSuppressed(one);
            }
        }
        if (failed != null) throw failed;
    }

    @Override
    public List<Path> written() {
        if (images == 0) return List.of();
        return sinks.stream().flatMap(sink -> sink.written().stream()).toList();
    }

    @Override
    public void close() {
        sinks.forEach(ResultSink::close);
    }
}
