package org.hrscope.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the demo figure shows: everything in turn, one of its actions over and over, or an image of a few figures.
public enum DemoScene {
    ALL,
    WAVE,
    WALK,
    JUMP,
    STRETCH,
    SQUAT,
    TURN,
    RAISE,
    ARCHER,
    ONE,
    TWO,
    THREE;

    /// As part of a source's name: `demo:walk`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is a single image.
    public boolean still() {
        return compareTo(ONE) >= 0;
    }

    /// How often a scene of one action shows it in six seconds; 0 for what is not counted.
    public int repetitions() {
        return switch (this) {
            case SQUAT, RAISE, ARCHER -> 3;
            case JUMP -> 4;
            default -> 0;
        };
    }

    static Optional<DemoScene> of(String id) {
        return Arrays.stream(values()).filter(scene -> scene.id().equals(id)).findFirst();
    }
}
