/// Playback and its controls: transport, timeline, estimation.
@NullMarked
package org.hrscope.ui.player;

import org.jspecify.annotations.NullMarked;
