package org.hrscope.ablation;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.Turns;
import org.hrscope.pixels.Cover;

/// What a cut that is followed costs the engine: `[MODEL.onnx]`.
public final class CutFollowerPace {
    private CutFollowerPace() {}

    public static void main(String[] arguments) throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        var model = arguments.length == 0 ? opener.bundled() : opener.open(Path.of(arguments[0]));
        var cut =
                new CutFollower.Asked(
                        model.file(),
                        Gains.NONE.with("stage3.0.fuse_layers.0.1", 0),
                        Decoder.QUARTER,
                        Set.of(),
                        Cover.NONE);
        AtomicInteger cuts = new AtomicInteger();
        try (CutFollower follower = new CutFollower(Throwable::printStackTrace)) {
            new Turns(5, 6) {
                @Override
                protected void follow(boolean on) {
                    follower.follow(on ? cut : null);
                }

                @Override
                protected void offer(PipelineResult result) {
                    follower.offer(result);
                    Cut shown = follower.results().poll();
                    if (shown == null) return;
                    shown.close();
                    cuts.incrementAndGet();
                }

                @Override
                protected int answers() {
                    return cuts.getAndSet(0);
                }
            }.run(model);
        }
    }
}
