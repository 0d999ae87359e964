package org.hrscope.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;

/// What a follower that looks at every part costs the engine: `[MODEL.onnx]`.
public final class FollowerPace {
    private FollowerPace() {}

    public static void main(String[] arguments) throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        var model = arguments.length == 0 ? opener.bundled() : opener.open(Path.of(arguments[0]));
        List<String> parts =
                HrNetReader.declared(model.file().graph()).orElseThrow().parts().stream()
                        .map(Part::name)
                        .toList();
        AtomicInteger looks = new AtomicInteger();
        try (ActivationFollower follower = new ActivationFollower(Throwable::printStackTrace)) {
            follower.model(model.file(), parts);
            new Turns(6, 8) {
                @Override
                protected void follow(boolean on) {
                    Set<String> asked = on ? Set.copyOf(parts) : Set.of();
                    follower.request(looks, asked, (r, values) -> looks.incrementAndGet());
                }

                @Override
                protected void offer(PipelineResult result) {
                    follower.offer(result);
                }

                @Override
                protected int answers() {
                    return looks.getAndSet(0);
                }
            }.run(model);
        }
    }
}
