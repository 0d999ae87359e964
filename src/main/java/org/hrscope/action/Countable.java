package org.hrscope.action;

import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;

/// An action that can be counted. Immutable.
public sealed interface Countable permits AngleAction, OwnAction {
    /// Joints below this score may be anywhere.
    double LEAST_SCORE = 0.2;

    /// Joints out of sight for longer interrupt a repetition: it may have ended unseen.
    double BRIDGED_SECONDS = 0.6;

    /// What a person calls it, or the name of its text.
    String name();

    /// @throws Problem `angle.joint` if the skeleton lacks one of its joints
    Counter counter(Skeleton skeleton) throws Problem;
}
