using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A key binding: <c>actorterm keys --json</c>.</summary>
internal sealed record KeyJson(
    string Scope, string Key, string? Name, int Action, string ActionName, string Parameter, string? Label, bool Shadowed, bool Served)
{
    public static KeyJson Of(KeyBinding binding) => new(
        ScopeWord(binding.Scope), binding.Key, binding.Name, binding.Action, binding.ActionName, binding.Parameter, binding.Label,
        binding.IsShadowed, binding.IsServed);

    public static string ScopeWord(KeyScope scope) => scope == KeyScope.Profile ? "profile" : "global";
}
