package org.hrscope.pipeline;

import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.jspecify.annotations.Nullable;

/// What can change while the engine runs; read once a frame.
///
/// @param drawn the box for [PersonMode#DRAWN], in image pixels; the whole image if null
/// @param speed of files and the demo figure: 1 as recorded
/// @param known people already known in one frame, which is not searched; null for none
public record EngineSettings(
        Decoder decoder,
        boolean flip,
        PersonMode people,
        @Nullable BoundingBox drawn,
        double speed,
        boolean loop,
        Smoothing smoothing,
        @Nullable KnownFrame known) {

    public EngineSettings(
            Decoder decoder,
            boolean flip,
            PersonMode people,
            @Nullable BoundingBox drawn,
            double speed,
            boolean loop,
            Smoothing smoothing) {
        this(decoder, flip, people, drawn, speed, loop, smoothing, null);
    }

    /// With the usual smoothing: live sources only.
    public EngineSettings(
            Decoder decoder,
            boolean flip,
            PersonMode people,
            @Nullable BoundingBox drawn,
            double speed,
            boolean loop) {
        this(decoder, flip, people, drawn, speed, loop, Smoothing.STANDARD);
    }

    public static EngineSettings standard() {
        return new EngineSettings(Decoder.QUARTER, false, PersonMode.TRACKED, null, 1, true);
    }

    /// For a source that is read once, to its end.
    public static EngineSettings once(Decoder decoder, boolean flip) {
        return new EngineSettings(decoder, flip, PersonMode.TRACKED, null, 1, false);
    }

    public EstimationOptions estimation() {
        return new EstimationOptions(decoder, flip);
    }
}
