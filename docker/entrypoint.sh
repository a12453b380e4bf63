#!/usr/bin/env bash
# Starts the application. The first run writes the classes as they are after start-up into /cache when it stops; later
# starts read them and need about half the time.
set -euo pipefail
cache=/cache/app.aot
if [ -s "$cache" ]; then aot=(-XX:AOTCache="$cache"); else aot=(-XX:AOTCacheOutput="$cache"); fi
exec java "${aot[@]}" -Xmx"$JAVA_HEAP" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
  --enable-native-access=ALL-UNNAMED -jar app.jar
