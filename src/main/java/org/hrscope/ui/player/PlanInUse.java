package org.hrscope.ui.player;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.ExecutionProvider;
import org.hrscope.ui.common.Texts;

/// How the live session runs its network.
///
/// @param measured whether it was found to be the fastest on this machine, now or earlier
public record PlanInUse(ExecutionPlan plan, boolean measured) {

    /// `2 lanes × 4 threads, spinning, int8, measured`
    public String text(Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("meter.plan", plan.lanes(), plan.threads()));
        if (plan.spinning()) parts.add(texts.get("meter.spinning"));
        if (plan.provider() != ExecutionProvider.CPU) parts.add(plan.provider().title());
        if (plan.quantised() != null) parts.add("int8");
        if (measured) parts.add(texts.get("meter.measured"));
        return String.join(texts.get("meter.and"), parts);
    }
}
