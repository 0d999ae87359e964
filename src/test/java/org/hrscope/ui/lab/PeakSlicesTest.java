package org.hrscope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hrscope.ablation.PeakShares;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the sentence says of the largest share.
class PeakSlicesTest {
    private static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();

    private final Texts texts = new Texts();

    /// A part above the whole does not "come from" anywhere.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.72|0.2|0.08|72% of the left wrist's peak comes from the finest branch (1/4).",
                "0.3|0.6|0.1|60% of the left wrist's peak comes from the 1/8 branch.",
                "1.04|-0.06|0.02|By itself, the finest branch (1/4) would make the left wrist's peak 104% of what it"
                        + " is; others pull it back down.",
                "-0.1|0.0|1.1|By itself, the bias of the head would make the left wrist's peak 110% of what it is;"
                        + " others pull it back down.",
                "1.004|-0.02|0.016|100% of the left wrist's peak comes from the finest branch (1/4)."
            })
    void theLargestShareIsToldAsWhatItIs(double finest, double middle, double bias, String told) {
        assertThat(slices(finest, middle, bias).sentence(COCO, texts)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"1.04, 104, true", "0.9, 90, false"})
    void alsoInChinese(double finest, String percent, boolean beyond) {
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        String told = slices(finest, 0, 1 - finest).sentence(COCO, texts);
        assertThat(told).contains(percent + "%");
        assertThat(told.contains("来自")).isEqualTo(!beyond);
    }

    private PeakSlices slices(double finest, double middle, double bias) {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("finest", 0.8 * finest);
        shares.put("middle", 0.8 * middle);
        shares.put("coarsest", 0.8 * (1 - finest - middle - bias));
        int wrist = COCO.joints().indexOf("left_wrist");
        return PeakSlices.of(new PeakShares(wrist, 0.8, 0.8 * bias, shares), texts);
    }
}
