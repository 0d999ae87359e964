package org.hrscope.ablation;

import java.util.List;
import java.util.Objects;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.threads.Job;

/// Slides a patch of the crop's mean colour over the crop and measures what is left of each joint's peak (Zeiler and
/// Fergus, arXiv:1311.2901). One network run per position serves all joints. On the session's thread.
///
/// @param session a network's own
/// @param output  the name of its heatmaps
public record OcclusionSweep(InnerSession session, String output) {
    private static final int CHANNELS = 3;

    /// @param crop     [1, 3, H, W], normalised
    /// @param progress told before each place, and at the end
    /// @throws Problem `occlude.patch`, `model.*`
    public Occlusion run(Tensor crop, OcclusionPatch patch, Job.Progress progress)
            throws Problem, InterruptedException {
        Shape shape = crop.shape();
        int height = shape.size(2);
        int width = shape.size(3);
        patch.check(width, height);
        float[] bare = crop.toArray();
        Heatmaps whole = heatmaps(crop);
        int[] cells = peaks(whole);
        float[] heights = at(cells, whole);
        Cell mean = mean(bare);
        int columns = patch.columns(width);
        int places = patch.places(width, height);
        float[] falls = new float[cells.length * places];
        for (int place = 0; place < places; place++) {
            progress.at(place, places);
            if (Thread.interrupted()) throw new InterruptedException();
            float[] covered = bare.clone();
            int left = patch.from(place % columns);
            int top = patch.from(place / columns);
            for (int y = Math.max(0, top); y < Math.min(height, top + patch.size()); y++) {
                for (int x = Math.max(0, left); x < Math.min(width, left + patch.size()); x++) {
                    mean.into(covered, y * width + x);
                }
            }
            float[] after = at(cells, heatmaps(Tensor.of(shape, covered)));
            for (int joint = 0; joint < cells.length; joint++) {
                falls[joint * places + place] = heights[joint] - after[joint];
            }
        }
        progress.at(places, places);
        FeatureMaps maps = new FeatureMaps(cells.length, places / columns, columns, falls);
        return new Occlusion(patch, cells, heights, maps);
    }

    private Heatmaps heatmaps(Tensor input) throws Problem {
        session.feed(input);
        Tensor maps = Objects.requireNonNull(session.run(List.of(output)).get(output));
        Shape shape = maps.shape();
        return new Heatmaps(shape.size(1), shape.size(2), shape.size(3), maps.toArray());
    }

    private static int[] peaks(Heatmaps maps) {
        int[] cells = new int[maps.joints()];
        for (int joint = 0; joint < cells.length; joint++) {
            int from = maps.offset(joint);
            for (int i = 1; i < maps.height() * maps.width(); i++) {
                if (maps.values()[from + i] > maps.values()[from + cells[joint]]) cells[joint] = i;
            }
        }
        return cells;
    }

    private static float[] at(int[] cells, Heatmaps maps) {
        float[] values = new float[cells.length];
        for (int joint = 0; joint < cells.length; joint++) {
            values[joint] = maps.values()[maps.offset(joint) + cells[joint]];
        }
        return values;
    }

    /// One pixel of the mean colour.
    private record Cell(float[] means, int plane) {
        void into(float[] crop, int at) {
            for (int c = 0; c < means.length; c++) crop[c * plane + at] = means[c];
        }
    }

    private static Cell mean(float[] crop) {
        int plane = crop.length / CHANNELS;
        float[] means = new float[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            double sum = 0;
            for (int i = 0; i < plane; i++) sum += crop[c * plane + i];
            means[c] = (float) (sum / plane);
        }
        return new Cell(means, plane);
    }
}
