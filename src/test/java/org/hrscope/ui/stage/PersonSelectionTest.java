package org.hrscope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.junit.jupiter.api.Test;

class PersonSelectionTest {
    private final PersonSelection selection = new PersonSelection();

    /// Identity and left edge of each; all are as high as wide, the later the larger.
    private static People people(int... identitiesAndLefts) {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < identitiesAndLefts.length; i += 2) {
            BoundingBox box = new BoundingBox(identitiesAndLefts[i + 1], 0, 10 + i, 10 + i);
            Estimate estimate =
                    new Estimate(
                            new Pose(List.of(), box),
                            new Heatmaps(0, 1, 1, new float[0]),
                            null,
                            new Estimate.Times(0, 0, 0));
            all.add(new Person(identitiesAndLefts[i], estimate, 1));
        }
        return new People(all);
    }

    @Test
    void theNearestIsChosenFirstAndStaysChosen() {
        selection.show(people(1, 50, 2, 0));
        assertThat(selection.identityProperty().get()).isEqualTo(2);
        selection.show(people(2, 0, 3, 80));
        assertThat(selection.identityProperty().get()).isEqualTo(2);
    }

    @Test
    void whoIsOutOfSightAloneStaysChosenAndOthersTakeTheirPlace() {
        selection.show(people(1, 0));
        selection.show(People.NOBODY);
        assertThat(selection.identityProperty().get()).isEqualTo(1);
        selection.show(people(4, 0));
        assertThat(selection.identityProperty().get()).isEqualTo(4);
    }

    @Test
    void stepsGoFromLeftToRightAndRound() {
        selection.show(people(1, 50, 2, 0, 3, 100));
        selection.identityProperty().set(2);
        selection.step(1);
        assertThat(selection.identityProperty().get()).isEqualTo(1);
        selection.step(1);
        selection.step(1);
        assertThat(selection.identityProperty().get()).isEqualTo(2);
        selection.step(-1);
        assertThat(selection.identityProperty().get()).isEqualTo(3);
    }
}
