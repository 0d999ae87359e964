package org.hrscope.ui.lab;

import org.hrscope.ablation.Readout;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.stage.PosePair;

/// Two readouts of one crop, as the stage compares them.
final class Pairs {
    private Pairs() {}

    static PosePair of(PipelineResult result, Readout a, Readout b) {
        Person person = result.person().orElseThrow();
        return new PosePair(
                result.frame().origin(),
                person.identity(),
                person.estimate().geometry(),
                new PosePair.Side(a.joints(), a.maps()),
                new PosePair.Side(b.joints(), b.maps()));
    }
}
