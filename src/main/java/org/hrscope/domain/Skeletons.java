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

/// The skeletons of the public data sets, one file each under `org/hrscope/skeletons`. Orders, limbs and pairs are
/// those of the data sets themselves, as MMPose lists them; the lines along a face are ours. Safe for many threads.
public final class Skeletons {
    /// Every id there is; of those with the same number of joints, the usual one comes first.
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

    /// The usual skeleton of so many joints, a numbered one where there is none.
    public static Skeleton forJointCount(int count) {
        return IDS.stream()
                .map(Skeletons::load)
                .filter(s -> s.size() == count)
                .findFirst()
                .orElseGet(() -> Skeleton.numbered(count));
    }

    /// What a model's metadata says of its `count` joints: names and limbs where they are written out, else the id,
    /// else what is usual. Text that does not fit is as good as none.
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
