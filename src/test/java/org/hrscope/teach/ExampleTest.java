package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.domain.FeatureMaps;
import org.junit.jupiter.api.Test;

class ExampleTest {
    /// They are as large as the square of the channels: of hundreds of people they would fill the memory.
    @Test
    void equationsAreKeptUntilTheyAreForgotten() {
        float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        Features features = new Features(List.of(new FeatureMaps(2, 2, 3, values)));
        Example example = new Example(features, List.of(new Click(1.25, 0.5, true)));
        Ridge first = example.equations(FeatureSet.LAST);
        assertThat(example.equations(FeatureSet.LAST)).isSameAs(first);
        example.forget();
        Ridge again = example.equations(FeatureSet.LAST);
        assertThat(again).isNotSameAs(first);
        assertThat(again.solve(1e-2)).usingRecursiveComparison().isEqualTo(first.solve(1e-2));
    }
}
