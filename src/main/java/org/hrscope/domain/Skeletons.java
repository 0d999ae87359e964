package org.hrscope.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The skeletons of the public data sets, one file each under `org/hrscope/skeletons`. Joint order, limbs and flip
/// pairs are the data sets' own, as listed by MMPose; the face contours are ours. Thread-safe.
public final class Skeletons {
    /// All ids; among skeletons with the same number of joints, the usual one first.
    public static final List<String> IDS =
            List.of(
                    "coco17",
                    "mpii16",
                    "crowdpose14",
                    "aic14",
                    "wholebody133",
                    "hand21",
                    "rhd21",
                    "ap10k17",
                    "posetrack17",
                    "face68",
                    "face98");

    private Skeletons() {}

    public static Optional<Skeleton> byId(String id) {
        return IDS.contains(id) ? Optional.of(load(id)) : Optional.empty();
    }

    /// The usual skeleton for this number of joints, a numbered one if there is none.
    public static Skeleton forJointCount(int count) {
        return IDS.stream()
                .map(Skeletons::load)
                .filter(s -> s.size() == count)
                .findFirst()
                .orElseGet(() -> Skeleton.numbered(count));
    }

    /// The skeleton in a model's metadata with `count` joints: explicit names and limbs first, then the id, then
    /// the usual one. Invalid text is ignored.
    public static Skeleton of(Map<String, String> metadata, int count) {
        String id = metadata.getOrDefault("joints", "");
        String names = metadata.get("joint_names");
        if (names != null) {
            try {
                Skeleton written =
                        SkeletonText.read(
                                id,
                                names,
                                metadata.getOrDefault("limbs", ""),
                                metadata.get("flip_pairs"));
                if (written.size() == count) return written;
            } catch (IllegalArgumentException unreadable) {
                return forJointCount(count);
            }
        }
        return byId(id).filter(s -> s.size() == count).orElseGet(() -> forJointCount(count));
    }

    private static Skeleton load(String id) {
        Properties text = new Properties();
        String file = "/org/hrscope/skeletons/" + id + ".properties";
        try (InputStream in = Objects.requireNonNull(Skeletons.class.getResourceAsStream(file))) {
            text.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SkeletonText.read(
                id, text.getProperty("joints", ""), text.getProperty("limbs", ""), null);
    }
}
