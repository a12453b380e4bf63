# Reads what to end from its input. When the input closes, the JVM that wrote it is gone, however it went:
# everything still on the list is stopped, and ended for good ten seconds later.
trap '' INT TERM HUP
watched=''
removed=''
while read -r action subject signal; do
  case "$action" in
    watch) watched="$watched $subject:$signal" ;;
    forget)
      rest=''
      for entry in $watched; do [ "${entry%%:*}" = "$subject" ] || rest="$rest $entry"; done
      watched=$rest ;;
    remove) removed="$removed$subject
" ;;
  esac
done
for entry in $watched; do kill -s "${entry##*:}" "${entry%%:*}" 2>/dev/null; done
tries=0
while [ "$tries" -lt 100 ]; do
  alive=''
  for entry in $watched; do kill -0 "${entry%%:*}" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && break
  tries=$((tries + 1))
  sleep 0.1
done
for entry in $watched; do kill -s KILL "${entry%%:*}" 2>/dev/null; done
printf '%s' "$removed" | while read -r directory; do rm -rf -- "$directory"; done
