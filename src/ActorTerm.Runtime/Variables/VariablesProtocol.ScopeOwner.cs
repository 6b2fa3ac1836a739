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
            if (Check(request) is { } refused) return refused;

            foreach (var set in request.Sets)
                if (!TrySetUser(set.Name[UserPrefix.Length..], set.Value, out var refusal)) return refusal!;
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
            var exists = Scope.Variables.TryGet(fullName, out var before);
            var count = _userVariables + (value.IsNull ? 0 : 1) - (exists ? 1 : 0);
            var bytes = _userBytes + Size(name, value) - Size(name, before);
            if (Exceeds(count, bytes) is { } bound)
            {
                refusal = new VariablesRefused(VariablesRefusal.TooMuch, $"{Scope} cannot take {fullName}: {bound}");
                return false;
            }

            (_userVariables, _userBytes) = (count, bytes);
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

        // Shrinking is always allowed, also when the bounds are below what is there.
        private string? Exceeds(int count, int bytes)
        {
            if (count > _settings.MaxUserVariables && count > _userVariables)
                return $"it has {_userVariables} user variables, as many as it may (actorterm.variables.max-user-variables)";
            if (bytes > _settings.MaxUserBytes && bytes > _userBytes)
                return $"its user variables would take {bytes} of {_settings.MaxUserBytes} bytes (actorterm.variables.max-user-bytes)";
            return null;
        }

        private static int Size(string name, Value value) => value.IsNull ? 0 : Encoding.UTF8.GetByteCount(name) + value.Utf8.Length;
    }
}
