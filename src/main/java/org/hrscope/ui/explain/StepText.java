package org.hrscope.ui.explain;

import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.hrnet.Operation.Upsample;
import org.hrscope.ui.common.Texts;

/// Steps as Markdown: the settings of each, then its arithmetic for height, width, parameters and multiply-adds.
record StepText(Texts texts) {
    /// Terms link only in the first of several, or the links would dominate.
    String of(Computation step, boolean first) {
        String text = of(step);
        return first ? text : PageText.withoutLinks(text);
    }

    private String of(Computation step) {
        String setting =
                switch (step.operation()) {
                    case Convolution c ->
                            texts.get(
                                    "explain.convolution",
                                    c.kernel(),
                                    c.stride(),
                                    c.padding(),
                                    step.in().channels(),
                                    step.out().channels());
                    case Upsample up ->
                            texts.get(
                                    up.bilinear() ? "explain.bilinear" : "explain.nearest",
                                    up.factor());
                    default -> "";
                };
        String many = step.times() > 1 ? texts.get("explain.alike", step.times()) : "";
        StringBuilder text = new StringBuilder("**`" + step.name() + "`** " + many);
        text.append("\n\n").append(setting).append("\n\n| | |\n|-|-|\n");
        row(text, "explain.height", step.side(step.in().height()));
        row(text, "explain.width", step.side(step.in().width()));
        if (step.operation() instanceof Convolution) {
            row(text, "explain.parameters", step.parameterSum());
            row(text, "explain.macs", step.multiplyAddSum());
        }
        return text.toString();
    }

    private void row(StringBuilder text, String key, String sum) {
        text.append("| ").append(texts.get(key)).append(" | $").append(sum).append("$ |\n");
    }
}
