using ActorTerm.Language;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>The variable <c>title</c> of a tab or a window: what a person's format says, or else what the scope shows now; kept true.</summary>
internal sealed class Title
{
    private readonly ScopeOwner _owner;
    private readonly string _automatic;
    private readonly InvocationsProtocol.LiveStrings _strings;
    private readonly InvocationsProtocol.LiveString _text;
    private bool _isOverridden;

    /// <param name="automatic">The format while no person has given one.</param>
    public Title(ScopeOwner owner, string automatic, InvocationsProtocol.LiveStrings strings)
    {
        _owner = owner;
        _automatic = automatic;
        _strings = strings;
        _text = strings.Add(owner.Scope, [new VariableKey(owner.Scope, "title"), new VariableKey(owner.Scope, "titleOverride")], Show);
        _text.SetFormat(automatic);
    }

    /// <param name="format">Empty: the automatic title again.</param>
    public void SetFormat(string format)
    {
        _isOverridden = format.Length > 0;
        _owner.Set("titleOverrideFormat", _isOverridden ? Value.Of(format) : Value.Null);
        _text.SetFormat(_isOverridden ? format : _automatic);
        Show(_text.Text);                    // the same text may be an override now, or no longer one
    }

    public void End() => _strings.Remove(_text);

    private void Show(string text)
    {
        _owner.Set("title", Value.Of(text));
        _owner.Set("titleOverride", _isOverridden ? Value.Of(text) : Value.Null);
    }
}
