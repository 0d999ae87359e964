package org.hrscope.ui.apply;

import org.hrscope.action.AngleAction;
import org.hrscope.action.Countable;
import org.hrscope.action.OwnAction;
import org.hrscope.domain.Problem;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;

/// What an action is called, and what its curve shows, in the current language. FX thread.
record ActionWords(Texts texts) {
    String name(Countable action) {
        return action instanceof AngleAction
                ? texts.get("apply.action." + action.name())
                : action.name();
    }

    /// What the curve shows, or why nothing is counted.
    String curve(ActionViewModel model) {
        Problem trouble = model.troubleProperty().get();
        if (trouble != null) return trouble.message(texts.language());
        return switch (model.chosenProperty().get()) {
            case AngleAction known -> texts.get("apply.curve." + known.name());
            case OwnAction own -> texts.get("apply.curve.own", joint(own));
            case null -> "";
        };
    }

    private String joint(OwnAction own) {
        return new JointNames(texts).of(own.angles().getFirst().joints().get(1));
    }
}
