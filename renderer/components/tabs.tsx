import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import styles from './tabs.module.css';

/** One tab of {@link Tabs}. */
export interface TabItem<K extends string = string> {
  id: K;
  label: string;
  /** A number beside the label. */
  count?: number;
  content: ReactNode;
}

/** See {@link Tabs}. */
export interface TabsProps<K extends string> {
  /** Name of the row of tabs for screen readers. */
  label: string;
  tabs: readonly TabItem<K>[];
  selected: K;
  onSelect(id: K): void;
  className?: string;
}

/** A row of tabs over one panel that fills the rest. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, className }: TabsProps<K>) {
  return (
    <AriaTabs
      className={joinClasses(styles.tabs, className)}
      selectedKey={selected}
      onSelectionChange={key => {
        const tab = tabs.find(candidate => candidate.id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
