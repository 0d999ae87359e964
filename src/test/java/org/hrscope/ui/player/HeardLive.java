package org.hrscope.ui.player;

import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.ui.opening.Silent;

/// A player whose engine's events the test makes up.
///
/// @param engine where they are told
public record HeardLive(LiveViewModel live, EngineListener engine) implements AutoCloseable {
    public static HeardLive open() {
        AtomicReference<EngineListener> engine = new AtomicReference<>();
        EngineSettings settings = EngineSettings.standard();
        LiveViewModel live =
                new LiveViewModel(
                        settings,
                        Runnable::run,
                        new Silent(),
                        listener -> {
                            engine.set(listener);
                            return new PoseEngine(spec -> new DemoSource(), settings, listener);
                        });
        return new HeardLive(live, engine.get());
    }

    @Override
    public void close() {
        live.close();
    }
}
