package org.hrscope.ui.lessons;

import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.domain.Heatmaps;
import org.hrscope.people.Person;

/// Which joints a lesson may point at: those whose heatmap has one clear peak, away from the peaks of others. A second
/// peak, or two ankles on one foot, would spoil what the lesson says.
final class SinglePeak {
    /// Share of the peak that a second one must stay below.
    private static final double RIVAL = 0.4;

    private static final double LEAST_PEAK = 0.3;

    /// Share of the heatmap's height that belongs to a peak.
    private static final double REACH = 0.09;

    private final Heatmaps maps;
    private final int[] peaks;

    private SinglePeak(Heatmaps maps) {
        this.maps = maps;
        peaks = IntStream.range(0, maps.joints()).map(this::peak).toArray();
    }

    /// Joints with one clear peak, the clearest first.
    static List<Integer> of(Heatmaps maps) {
        SinglePeak all = new SinglePeak(maps);
        return IntStream.range(0, maps.joints())
                .filter(joint -> all.margin(joint) > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(all.margin(b), all.margin(a)))
                .toList();
    }

    /// The clearest joint of this person.
    ///
    /// @param otherwise where none has a single peak
    static int best(Person person, int otherwise) {
        List<Integer> clear = of(person.estimate().heatmaps());
        return clear.isEmpty() ? otherwise : clear.getFirst();
    }

    private int peak(int joint) {
        int first = maps.offset(joint);
        int best = first;
        for (int i = first; i < first + maps.height() * maps.width(); i++) {
            if (maps.values()[i] > maps.values()[best]) best = i;
        }
        return best - first;
    }

    /// How clear the peak is, 0 or less if it is not.
    private double margin(int joint) {
        double height = maps.values()[maps.offset(joint) + peaks[joint]];
        for (int other = 0; other < peaks.length; other++) {
            if (other != joint && distance(peaks[other], peaks[joint]) < 2) return 0;
        }
        double rival = 0;
        double reach = REACH * maps.height();
        for (int i = 0; i < maps.height() * maps.width(); i++) {
            if (distance(i, peaks[joint]) <= reach) continue;
            rival = Math.max(rival, maps.values()[maps.offset(joint) + i]);
        }
        boolean clear = height >= LEAST_PEAK && rival < RIVAL * height;
        return clear ? Math.min(height, 1) - rival : 0;
    }

    private double distance(int a, int b) {
        int width = maps.width();
        return Math.hypot(a % width - b % width, (double) (a / width) - b / width);
    }
}
