package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.inference.NetworkPass;
import org.hrscope.inference.PoseModel;

/// How far the joints of a quantised network lie from those of the float one, on the same crops. They are read where
/// the peak is between the cells (DARK): the quarter of a cell that the simple decoder adds flips at the slightest
/// noise where two neighbours are equal, which says nothing about the maps.
///
/// @param joints one for each joint
/// @param pixels mean over all joints that the float network is sure of, in pixels of the source
/// @param score  mean absolute difference of their scores
public record Loss(List<Joint> joints, double pixels, double score) {
    /// Half of what a heatmap's peak is trained to. Below it, two peaks may compete, and the joint jumps for nothing.
    private static final double SURE = 0.5;

    /// @param seen   on how many crops the float network is sure of it
    /// @param pixels mean distance on those; 0 if there are none
    /// @param score  mean difference there, quantised minus float
    public record Joint(int seen, double pixels, double score) {}

    public Loss {
        joints = List.copyOf(joints);
    }

    private static Decoder smooth(Decoder decoder) {
        return decoder == Decoder.UDP ? Decoder.UDP : Decoder.DARK;
    }

    /// What the float network gives, one for each sample.
    ///
    /// @param step called after each run
    static List<Heatmaps> exact(PoseModel model, List<Sample> samples, Runnable step)
            throws Problem, InterruptedException {
        List<Heatmaps> maps = new ArrayList<>();
        try (NetworkPass pass = model.pass()) {
            for (Sample sample : samples) {
                if (Thread.interrupted()) throw new InterruptedException();
                pass.input().put(0, sample.crop().values(), 0, pass.input().capacity());
                maps.add(pass.run());
                step.run();
            }
        }
        return maps;
    }

    /// @param maps of the float network, one for each sample
    /// @param step called after each run
    static Loss of(PoseModel whole, List<Sample> samples, List<Heatmaps> maps, Runnable step)
            throws Problem, InterruptedException {
        ModelInfo info = whole.info();
        HeatmapDecoder decoder = HeatmapDecoder.of(smooth(info.decoder()));
        int[] seen = new int[info.joints()];
        double[] pixels = new double[info.joints()];
        double[] scores = new double[info.joints()];
        double sum = 0;
        double difference = 0;
        try (NetworkPass pass = whole.pass()) {
            for (int i = 0; i < samples.size(); i++) {
                if (Thread.interrupted()) throw new InterruptedException();
                Sample sample = samples.get(i);
                pass.input().put(0, sample.crop().values(), 0, pass.input().capacity());
                var back = sample.geometry().fromHeatmap();
                List<Keypoint> exact = decoder.decode(maps.get(i), back);
                List<Keypoint> rounded = decoder.decode(pass.run(), back);
                for (int j = 0; j < seen.length; j++) {
                    Keypoint was = exact.get(j);
                    Keypoint is = rounded.get(j);
                    if (was.score() < SURE) continue;
                    double distance = is.distance(was);
                    seen[j]++;
                    pixels[j] += distance;
                    scores[j] += is.score() - was.score();
                    sum += distance;
                    difference += Math.abs(is.score() - was.score());
                }
                step.run();
            }
        }
        List<Joint> joints = new ArrayList<>();
        int all = 0;
        for (int j = 0; j < seen.length; j++) {
            int count = Math.max(1, seen[j]);
            joints.add(new Joint(seen[j], pixels[j] / count, scores[j] / count));
            all += seen[j];
        }
        return new Loss(joints, sum / Math.max(1, all), difference / Math.max(1, all));
    }
}
