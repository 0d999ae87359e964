package org.hrscope.ui.selection;

import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/// How long nobody must be seen before that is said: someone missed in a single frame is still there, and a slow
/// network takes a second over a frame. Times are [System#nanoTime()], passed in. One thread.
public final class Absence {
    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(500);

    /// Longer gaps are pauses.
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(2);

    private boolean seen;
    private long last;
    private long gap;

    /// Whether nobody has been seen for a while. FX thread.
    public static BooleanExpression of(Selection selection) {
        var people = selection.peopleProperty();
        BooleanProperty absent = new SimpleBooleanProperty(people.get().isEmpty());
        Absence absence = new Absence();
        PauseTransition waiting = new PauseTransition();
        waiting.setOnFinished(event -> absent.set(true));
        people.subscribe((_, now) -> {
            if (now.isEmpty()) {
                waiting.setDuration(Duration.millis(absence.patience() / 1e6));
                waiting.playFromStart();
            } else {
                absence.seen(System.nanoTime());
                waiting.stop();
                absent.set(false);
            }
        });
        return absent;
    }

    /// A frame showed someone.
    public void seen(long now) {
        if (seen) gap = Math.min(now - last, LONGEST_GAP);
        seen = true;
        last = now;
    }

    /// In nanoseconds: two frames and a half.
    public long patience() {
        return Math.max(LEAST, gap * 5 / 2);
    }
}
