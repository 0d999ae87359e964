/// The network map: the loaded model drawn as nodes with what they hold for the frame shown, and the time each takes.
@NullMarked
package org.hrscope.ui.network;

import org.jspecify.annotations.NullMarked;
