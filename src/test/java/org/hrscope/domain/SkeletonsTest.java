package org.hrscope.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SkeletonsTest {
    static final List<String> IDS = Skeletons.IDS;

    @ParameterizedTest
    @FieldSource("IDS")
    void namesAreDifferentAndTwinsAreTwinsOfEachOther(String id) {
        Skeleton skeleton = Skeletons.byId(id).orElseThrow();
        assertThat(skeleton.id()).isEqualTo(id);
        assertThat(skeleton.joints()).doesNotHaveDuplicates();
        assertThat(id).endsWith(String.valueOf(skeleton.size()));
        for (int i = 0; i < skeleton.size(); i++) {
            int twin = skeleton.mirror().get(i);
            assertThat(skeleton.mirror().get(twin)).isEqualTo(i);
            assertThat(skeleton.side(i) == Skeleton.Side.CENTRE || twin != i)
                    .as(skeleton.joints().get(i))
                    .isTrue();
        }
    }

    /// Every limb on one side has its counterpart on the other.
    @ParameterizedTest
    @FieldSource("IDS")
    void limbsAreAsSymmetricAsThePeople(String id) {
        Skeleton skeleton = Skeletons.byId(id).orElseThrow();
        List<List<Integer>> limbs =
                skeleton.limbs().stream().map(l -> sorted(l.from(), l.to())).toList();
        assertThat(limbs).isNotEmpty().doesNotHaveDuplicates();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            List<Integer> mirrored =
                    sorted(skeleton.mirror().get(limb.from()), skeleton.mirror().get(limb.to()));
            assertThat(limbs).contains(mirrored);
        }
    }

    /// The data sets' own pairs, chosen where names alone could mislead.
    @ParameterizedTest
    @CsvSource({
        "face68,37,44",
        "face68,40,47",
        "face68,31,35",
        "face98,33,46",
        "face98,38,50",
        "face98,41,47",
        "face98,65,75",
        "face98,83,87",
        "wholebody133,17,20",
        "wholebody133,23,39",
        "wholebody133,91,112",
        "wholebody133,111,132",
        "aic14,0,3",
        "mpii16,0,5",
        "ap10k17,7,10"
    })
    void twins(String id, int joint, int twin) {
        assertThat(Skeletons.byId(id).orElseThrow().mirror().get(joint)).isEqualTo(twin);
    }

    @Test
    void cocoIsAsTheDataSetHasIt() {
        Skeleton coco = Skeletons.forJointCount(17);
        assertThat(coco.id()).isEqualTo("coco17");
        assertThat(coco.joints()).startsWith("nose", "left_eye").endsWith("right_ankle");
        assertThat(coco.limbs()).hasSize(19).contains(new Skeleton.Limb(15, 13));
    }

    @Test
    void whatIsNotKnownIsNumbered() {
        assertThat(Skeletons.forJointCount(29)).isEqualTo(Skeleton.numbered(29));
        assertThat(Skeletons.byId("../text/problems")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void metadataComesBack(String id) {
        Skeleton skeleton = Skeletons.byId(id).orElseThrow();
        assertThat(Skeletons.of(SkeletonText.write(skeleton), skeleton.size())).isEqualTo(skeleton);
    }

    @Test
    void metadataThatDoesNotFitIsAsGoodAsNone() {
        Skeleton coco = Skeletons.forJointCount(17);
        assertThat(Skeletons.of(Map.of("joints", "mpii16"), 17)).isEqualTo(coco);
        assertThat(Skeletons.of(Map.of("joints", "ap10k17"), 17).id()).isEqualTo("ap10k17");
        assertThat(Skeletons.of(Map.of("joint_names", "a,b"), 17)).isEqualTo(coco);
        assertThat(Skeletons.of(Map.of("joint_names", "a,b", "limbs", "0-7"), 2))
                .isEqualTo(Skeleton.numbered(2));
        assertThatThrownBy(() -> SkeletonText.read("", "a,b", "0", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> sorted(int a, int b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }
}
