package org.hrscope.ui.teach;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.PipelineResult;
import org.jspecify.annotations.Nullable;

/// A lesson in which the top of the head is taught: the clip runs on a little after each click, and a learner who is
/// stuck is shown how. With the lesson its joint is forgotten. FX thread.
public final class GuidedClicks {
    public static final int CLICKS = 3;

    /// Found in the texts, as the network's own joints are.
    static final String JOINT = "head_top";

    private static final long RUN_ON = 1_500_000_000L;

    /// Updates for which the frame must be the same: one may still be on its way when the source is paused.
    private static final int STILL = 2;

    /// Frames in a row with nobody in them, as just after a cut, before the clip is left where it is.
    private static final int MOST_EMPTY = 3;

    /// What the clicks need of the window.
    ///
    /// @param shown on stage, owned by it; null before the first
    /// @param held  whether the source is paused
    /// @param hold  pauses it, or lets it go on
    public record Ways(
            Supplier<@Nullable PipelineResult> shown,
            BooleanSupplier held,
            Consumer<Boolean> hold,
            Consumer<Problem> problem) {}

    private final TeachViewModel teach;
    private final Ways ways;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private boolean open;
    private boolean own;
    private boolean showing;
    private boolean tried;
    private int empty;
    private int still;
    private long until;
    private @Nullable PipelineResult last;
    private @Nullable String before;

    public GuidedClicks(TeachViewModel teach, Ways ways) {
        this.teach = teach;
        this.ways = ways;
        teach.saidProperty().subscribe((_, _) -> counted());
    }

    /// Begins the joint, unless it is being taught already.
    public void begin() {
        String now = teach.activeProperty().get();
        if (!JOINT.equals(now)) before = now;
        if (!teach.joints().contains(JOINT)) {
            own = teach.add(JOINT);
            if (!own) return;
        }
        open = true;
        teach.activeProperty().set(JOINT);
        teach.presentProperty().set(true);
    }

    /// Forgets it, if it was begun here.
    public void end() {
        if (own) teach.forget(JOINT);
        if (open && teach.joints().contains(before)) teach.activeProperty().set(before);
        before = null;
        open = false;
        own = false;
        stop();
    }

    private void stop() {
        showing = false;
        tried = false;
        until = 0;
        last = null;
    }

    /// People that the joint was shown on.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void counted() {
        int shown = teach.saidProperty().getValue().shown(JOINT);
        boolean more = shown > count.get();
        count.set(shown);
        if (!open || !more) return;
        tried = false;
        if (shown < CLICKS && ways.held.getAsBoolean()) runOn();
    }

    /// Clicks on behalf of a learner who is stuck, until there are enough.
    public void showMe() {
        if (!open) return;
        showing = true;
        tried = false;
        empty = 0;
        still = 0;
    }

    /// A few times a second.
    ///
    /// @param now nanoseconds
    public void update(long now) {
        if (!open) return;
        if (until == -1) until = now + RUN_ON;
        if (until != 0 && now - until >= 0) {
            until = 0;
            ways.hold.accept(true);
        }
        boolean more = count.get() < CLICKS;
        // What was tried and did not count has been told; once is enough.
        if (!more || tried && !teach.busyProperty().getValue()) showing = false;
        if (until != 0 || !more || teach.busyProperty().getValue()) return;
        if (ways.held.getAsBoolean()) look();
        else if (showing) ways.hold.accept(true);
    }

    private void look() {
        PipelineResult now = ways.shown.get();
        still = now == last ? still + 1 : 0;
        last = now;
        if (now == null || still < STILL) return;
        still = 0;
        if (now.person().isPresent()) {
            empty = 0;
            if (showing) click(now);
        } else if (empty < MOST_EMPTY) {
            empty++;
            runOn();
        } else if (showing) {
            showing = false;
            ways.problem.accept(new Problem("teach.nobody"));
        }
    }

    private void runOn() {
        ways.hold.accept(false);
        // The next update sets the time.
        until = -1;
    }

    private void click(PipelineResult now) {
        tried = true;
        Optional<Keypoint> top =
                now.person().flatMap(one -> HeadTop.of(one.pose(), now.model().skeleton()));
        if (top.isEmpty()) ways.problem.accept(new Problem("teach.nobody"));
        else teach.click(now, top.get().x(), top.get().y());
    }
}
