using System.Text;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

public static partial class VariablesProtocol
{
    /// <summary>
    /// Changes the variables of one scope; belongs to the one actor that owns the scope. A change replaces the whole map by one volatile write,
    /// then monitors are told.
    /// </summary>
    public sealed class ScopeOwner
    {
        private readonly IActorRef _monitors;
        private readonly VariableSettings _settings;
        private int _userVariables;
        private int _userBytes;

        /// <param name="monitors">The actor <c>/monitors</c>; it is told of the scope here, and of its end by <see cref="Close"/>.</param>
        public ScopeOwner(ScopeHandle scope, IActorRef monitors, VariableSettings settings)
        {
            Scope = scope;
            _monitors = monitors;
            _settings = settings;
            CountUserVariables();
            _monitors.Tell(new MonitorsActor.Opened(scope));
        }

        public ScopeHandle Scope { get; }

        public VariablesAnswer Answer(VariablesRequest request)
        {
            if ((Check(request) ?? CheckRoom(request.Sets)) is { } refused) return refused;

            foreach (var set in request.Sets) TrySetUser(set.Name[UserPrefix.Length..], set.Value, out _);
            return Read(request.Gets, Scope);
        }

        /// <summary>Sets one of the scope's own variables; JSON null unsets. False when it had that value.</summary>
        public bool Set(string name, Value value)
        {
            var map = Scope.Variables;
            map.TryGet(name, out var before);
            if (before == value) return false;

            var changed = value.IsNull ? map.Without(name) : map.With(name, value);
            Scope.Variables = changed;
            _monitors.Tell(new MonitorsActor.Changed(Scope, name, value, changed.Version));
            return true;
        }

        /// <summary>Sets a user variable, within the bounds of <see cref="VariableSettings"/>; JSON null unsets.</summary>
        /// <param name="name">Without <c>user.</c>; not empty, without dots. It may hold characters that no expression can name.</param>
        /// <param name="refusal">Why nothing was changed.</param>
        public bool TrySetUser(string name, Value value, out VariablesRefused? refusal)
        {
            refusal = null;
            if (name.Length == 0 || name.Contains('.'))
            {
                refusal = BadName(UserPrefix + name);
                return false;
            }

            var fullName = UserPrefix + name;
            Scope.Variables.TryGet(fullName, out var before);
            var room = new Room(_userVariables, _userBytes);
            refusal = CheckRoom(ref room, fullName, value, before);
            if (refusal is not null) return false;

            (_userVariables, _userBytes) = (room.Count, room.Bytes);
            Set(fullName, value);
            return true;
        }

        /// <summary>The scope is gone: monitors on it end.</summary>
        public void Close()
        {
            Scope.Close();
            _monitors.Tell(new MonitorsActor.Closed(Scope));
        }

        // An owner that is made anew, after a failure, finds what its predecessor set.
        private void CountUserVariables()
        {
            var map = Scope.Variables;
            for (var i = 0; i < map.Count; i++)
            {
                if (!map.Names[i].StartsWith(UserPrefix, StringComparison.Ordinal)) continue;

                _userVariables++;
                _userBytes += Size(map.Names[i][UserPrefix.Length..], map[i]);
            }
        }

        // Before any is set: all of a request is done, or nothing.
        private VariablesRefused? CheckRoom(IReadOnlyList<VariableAssignment> sets)
        {
            var room = new Room(_userVariables, _userBytes);
            var changed = new Dictionary<string, Value>();
            foreach (var (name, value) in sets)
            {
                if (!changed.TryGetValue(name, out var before)) Scope.Variables.TryGet(name, out before);
                if (CheckRoom(ref room, name, value, before) is { } refused) return refused;

                changed[name] = value;
            }

            return null;
        }

        // Shrinking is always allowed, also when the bounds are below what is there.
        private VariablesRefused? CheckRoom(ref Room room, string fullName, Value value, Value before)
        {
            var name = fullName[UserPrefix.Length..];
            var after = new Room(
                room.Count + (value.IsNull ? 0 : 1) - (before.IsNull ? 0 : 1),
                room.Bytes + Size(name, value) - Size(name, before));
            if (after.Count > _settings.MaxUserVariables && after.Count > room.Count)
                return TooMuch($"it has {room.Count} user variables, as many as it may (actorterm.variables.max-user-variables)");
            if (after.Bytes > _settings.MaxUserBytes && after.Bytes > room.Bytes)
                return TooMuch($"its user variables would take {after.Bytes} of {_settings.MaxUserBytes} bytes (actorterm.variables.max-user-bytes)");

            room = after;
            return null;

            VariablesRefused TooMuch(string bound) => new(VariablesRefusal.TooMuch, $"{Scope} cannot take {fullName}: {bound}");
        }

        private static int Size(string name, Value value) => value.IsNull ? 0 : Encoding.UTF8.GetByteCount(name) + value.Utf8.Length;

        /// <summary>What the user variables take: how many they are, and their bytes.</summary>
        private readonly record struct Room(int Count, int Bytes);
    }
}
