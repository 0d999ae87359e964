package org.hrscope.ui.meter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.RollingTimes;

/// Step times of the last frames, and how many frames per second were shown. FX thread.
public final class StepTimes {
    private static final int FRAMES = 90;
    private static final double NANOS = 1e9;

    /// In pipeline order.
    public enum Step {
        GRAB,
        CROP,
        INFER,
        DECODE,
        DRAW
    }

    private final Map<Step, RollingTimes> steps = new EnumMap<>(Step.class);
    private final Deque<Long> shown = new ArrayDeque<>();
    private boolean inspecting;
    private double closedFrames;

    public StepTimes() {
        for (Step step : Step.values()) steps.put(step, new RollingTimes(FRAMES));
    }

    /// A frame was shown at `now`; drawing it took `drawNanos` on the FX thread.
    public void shown(PipelineResult result, long drawNanos, long now) {
        add(Step.GRAB, result.grabNanos());
        for (Person person : result.people()) {
            Estimate.Times times = person.estimate().times();
            add(Step.CROP, times.crop());
            add(Step.INFER, times.infer());
            add(Step.DECODE, times.decode());
        }
        add(Step.DRAW, drawNanos);
        shown.addLast(now);
        while (shown.size() > FRAMES || now - shown.getFirst() > 2 * NANOS) shown.removeFirst();
    }

    private void add(Step step, long nanos) {
        of(step).add(nanos);
    }

    public RollingTimes of(Step step) {
        return Objects.requireNonNull(steps.get(step));
    }

    /// The inspector was opened or closed.
    public void inspecting(boolean open, long now) {
        if (open == inspecting) return;
        if (open) closedFrames = framesPerSecond(now);
        inspecting = open;
        // Earlier frames say nothing about the new state.
        shown.clear();
    }

    /// Frames per second just before the inspector was opened; 0 while it is closed, or if nothing was playing.
    public double closedFramesPerSecond() {
        return inspecting ? closedFrames : 0;
    }

    /// Average over the two seconds before `now`; 0 while nothing plays.
    public double framesPerSecond(long now) {
        while (!shown.isEmpty() && now - shown.getFirst() > 2 * NANOS) shown.removeFirst();
        if (shown.size() < 2) return 0;
        return (shown.size() - 1) * NANOS / Math.max(1, shown.getLast() - shown.getFirst());
    }
}
