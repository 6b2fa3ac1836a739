using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>What became different between two states of the focus, in the order a script should hear it: tabs, sessions, then the window.</summary>
internal static class FocusChanges
{
    public static IEnumerable<FocusItem> Between(FocusState before, FocusState after)
    {
        var known = before.Items.ToHashSet();
        return after.Items.Where(item => !known.Contains(item)).OrderBy(Rank);
    }

    private static int Rank(FocusItem item) => item switch
    {
        SelectedTab => 0,
        ActiveSession => 1,
        _ => 2,
    };
}
