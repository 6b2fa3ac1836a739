using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

public static partial class VariablesProtocol
{
    /// <summary>Names that go before those of a scope for one invocation, such as a trigger's <c>matches</c> and <c>trigger.input</c>. Immutable.</summary>
    public sealed class ScopeFrame
    {
        private readonly VariableMap _variables = VariableMap.Empty;

        /// <param name="variables">Plain or dotted names; null values count as unset.</param>
        public ScopeFrame(params IEnumerable<KeyValuePair<string, Value>> variables)
        {
            foreach (var (name, value) in variables)
                if (!value.IsNull) _variables = _variables.With(name, value);
        }

        internal bool TryGet(string name, out Value value) => _variables.TryGet(name, out value);

        /// <summary>Whether some variable's name goes on after this one and a dot.</summary>
        internal bool IsContext(string name)
        {
            foreach (var own in _variables.Names)
                if (own.Length > name.Length && own[name.Length] == '.' && own.StartsWith(name, StringComparison.Ordinal)) return true;
            return false;
        }
    }
}
